import { useEffect, useState } from "preact/hooks";

/** Whether the window is of this kind now; drawn anew when that changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = (): void => setHolds(media.matches);
    media.addEventListener("change", follow);
    follow();
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return holds;
}
