import { type PageName, pages } from "../pages/pages.ts";

export function PageIcon({ page }: { page: PageName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d={pages[page].icon} />
    </svg>
  );
}
