import { moveFocus } from "../app/ChoicePicker.tsx";
import { Popover } from "../app/Popover.tsx";
import { isPlainClick, ViewLink } from "../app/ViewLink.tsx";
import { useView } from "../app/ViewProvider.tsx";
import { type Conditions, EVERYTHING, narrowTo } from "../data/narrowing.ts";
import { useText } from "../messages/useText.ts";
import type { ViewState } from "../url/viewState.ts";

/** The tables that a page may have, by the ids of their figures. */
export const rowsOf = { areas: "rows-areas", facilities: "rows-facilities" } as const;

interface Props {
  dimension: string;
  value: string;
  /** What the figure is narrowed to by itself. */
  within?: Conditions;
  /** What the figure is of, for those who do not see what it stands beside. */
  of: string;
  /** The figure as it is written. */
  children: string;
}

/** A figure of one value that leads to the rows behind it: areas and facilities, never persons. */
export function RowsMenu({ dimension, value, within = EVERYTHING, of, children }: Props) {
  const { t } = useText();
  return (
    <Popover name={t("rows.of", { of })} label={children} className="rows-of">
      {(close) => (
        <Ways of={of} narrow={(only) => narrowTo([...within, ...only], dimension, value)} {...{ dimension, close }} />
      )}
    </Popover>
  );
}

interface WaysProps {
  dimension: string;
  of: string;
  narrow(only: Conditions): Conditions;
  close(): void;
}

function Ways({ dimension, of, narrow, close }: WaysProps) {
  const { t } = useText();
  const { view } = useView();
  const only = narrow(view.only);
  const onPage = (id: string) => document.getElementById(id) !== null;
  // The nation's facilities are more than a screen can show.
  const hasFacilities = view.area.level !== "nation" && onPage(rowsOf.facilities);
  const isWork = dimension === "error_class" && view.page !== "worklist";
  const ways: { key: "areas" | "facilities" | "work"; to: Partial<ViewState> }[] = [
    ...(onPage(rowsOf.areas) ? [{ key: "areas" as const, to: { only } }] : []),
    ...(hasFacilities ? [{ key: "facilities" as const, to: { only } }] : []),
    ...(isWork ? [{ key: "work" as const, to: { page: "worklist" as const, only } }] : []),
  ];
  return (
    <fieldset className="options" onKeyDown={moveFocus}>
      <legend>{t("rows.of", { of })}</legend>
      {ways.map(({ key, to }) => (
        <ViewLink
          key={key}
          to={to}
          className="option"
          onClick={(event) => {
            if (key === "work" || !isPlainClick(event)) return;
            close();
            // After the page has moved on.
            requestAnimationFrame(() => show(rowsOf[key]));
          }}
        >
          <span>{t(`rows.${key}`)}</span>
        </ViewLink>
      ))}
    </fieldset>
  );
}

function show(id: string) {
  const table = document.getElementById(id);
  table?.scrollIntoView({ block: "start" });
  table?.focus({ preventScroll: true });
}
