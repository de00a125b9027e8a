import type { ComponentProps, MouseEvent } from "react";
import type { ViewState } from "../url/viewState.ts";
import { useView } from "./ViewProvider.tsx";

type Props = Omit<ComponentProps<"a">, "href"> & {
  to: Partial<ViewState>;
  /** Whether following it is a step that the browser's Back takes back. */
  isStep?: boolean;
};

/** True where the browser should follow the link itself: a new tab, a new window, a download. */
export const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to the same screen with something changed: a real address, followed without reloading. */
export function ViewLink({ to, isStep = true, onClick, ...rest }: Props) {
  const { href, go } = useView();
  return (
    <a
      {...rest}
      href={href(to)}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        go(to, { replace: !isStep });
      }}
    />
  );
}
