import ipaddr from "ipaddr.js";

/** What a host's address means for a request that carries a token. */
export type AddressKind = "public" | "private" | "link-local";

/**
 * Sorts an IP address by RFC 6890's registries. Everything that is neither public nor link-local counts as private:
 * loopback, private networks, carrier NAT, multicast, reserved. IPv4 inside IPv6 counts as the IPv4 address.
 */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return "private";
  switch (ipaddr.process(address).range()) {
    case "unicast":
      return "public";
    case "linkLocal":
      return "link-local";
    default:
      return "private";
  }
}
