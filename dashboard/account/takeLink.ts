const link = /^#mat-khau=([\w-]+)$/;

interface Page {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "replaceState">;
}

/**
 * The token of a one-time link, "#mat-khau=…": taken out of the address, so that it stays in no history and is copied with no address.
 */
export const takeLink = ({ location, history }: Page): string | undefined => {
  const token = link.exec(location.hash)?.[1];
  if (token !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return token;
};
