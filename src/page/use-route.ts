import { useCallback, useEffect, useState } from "preact/hooks";
import { hashOf, type Route, routeOf } from "./route.ts";

/** Where the reader is, kept in the address alone: the browser's own back and forward lead through the page. */
export function useRoute(): readonly [Route, (route: Route, replace?: boolean) => void] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener("hashchange", follow);
    addEventListener("popstate", follow);
    return () => {
      removeEventListener("hashchange", follow);
      removeEventListener("popstate", follow);
    };
  }, []);
  const go = useCallback((route: Route, replace = false) => {
    const next = hashOf(route);
    if (replace) history.replaceState(null, "", next);
    else if (next !== location.hash) history.pushState(null, "", next);
    setHash(next);
  }, []);
  return [routeOf(hash), go];
}
