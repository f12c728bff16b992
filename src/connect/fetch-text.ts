import { Fault } from "../core/fault.ts";
import { type Asking, openAddress } from "./open-address.ts";

/**
 * What lies at an https address that a policy names, asked for without any credential, by the rules that hold for trackers. Throws
 * Fault("unavailable") where there is no such thing to be had.
 */
export async function fetchText(address: string, asking: Asking): Promise<string> {
  const http = await openAddress(address, asking);
  const reply = await http.send({ path: address, headers: { accept: "*/*" } });
  if (reply.status === 200) return reply.text;
  throw new Fault("unavailable", `${asking.name} is not to be had.`, {
    found: `${address} answered ${reply.status}`,
    wanted: "200",
  });
}
