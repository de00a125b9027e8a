import type { ViewState } from "../url/viewState.ts";

const paths: Record<ViewState["page"], string> = {
  overview: "M4 20v-7M10 20V5M16 20v-10M21 20H2.5",
  vaccination: "M14 3l7 7M17.5 6.5l-3 3M16 8l-8.5 8.5H5V14L13.5 5.5zM5 16.5L2.5 19M9 10.5l2 2M12 7.5l2 2",
};

export function PageIcon({ page }: { page: ViewState["page"] }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d={paths[page]} />
    </svg>
  );
}
