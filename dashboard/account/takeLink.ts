const link = /^#mat-khau=([\w-]+)$/;

/**
 * The token of a one-time link, "#mat-khau=…": taken out of the address, so that it stays in no history and is copied with no address.
 */
export const takeLink = (location: Pick<Location, "hash" | "pathname" | "search">): string | undefined => {
  const token = link.exec(location.hash)?.[1];
  if (token !== undefined) window.history.replaceState(null, "", location.pathname + location.search);
  return token;
};
