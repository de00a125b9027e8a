import dayjs from "dayjs";
import { useState } from "react";
import type { About } from "../data/fetchAbout.ts";
import { parseDay } from "../format/parseDay.ts";
import { useText } from "../messages/useText.ts";
import { moveFocus } from "./ChoicePicker.tsx";
import { Popover } from "./Popover.tsx";

interface Props {
  asOf: string;
  about: About;
  /** Null: the newest day with data, whichever it will be. */
  onChoose(day: string | null): void;
}

/** The day as of which figures are shown: typed, or one of the days that matter. */
export function DayPicker({ asOf, about, onChoose }: Props) {
  const { t, format } = useText();
  return (
    <Popover name={t("context.day")} label={t("context.asOf", { day: format.day(asOf) })}>
      {(close) => (
        <DayForm
          about={about}
          asOf={asOf}
          onChoose={(day) => {
            close();
            onChoose(day);
          }}
        />
      )}
    </Popover>
  );
}

function DayForm({ asOf, about, onChoose }: Props) {
  const { t, format } = useText();
  const [text, setText] = useState(format.day(asOf));
  const [problem, setProblem] = useState<string | null>(null);
  const submit = () => {
    const day = parseDay(text);
    if (day === null) setProblem(t("context.dayUnreadable"));
    else if (about.dataDate !== null && day > about.dataDate) {
      setProblem(t("context.dayTooLate", { day: format.day(about.dataDate) }));
    } else onChoose(day === about.dataDate ? null : day);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the controls inside
    <div className="options" onKeyDown={moveFocus}>
      <form
        className="day-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label>
          {t("context.dayLabel")}
          <input
            className="field"
            inputMode="numeric"
            autoComplete="off"
            value={text}
            aria-invalid={problem !== null}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <button type="submit" className="button">
          {t("context.show")}
        </button>
      </form>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {suggestedDays(about).map(({ day, key }) => (
        <button
          key={`${key}${day}`}
          type="button"
          className="option"
          aria-pressed={day === asOf}
          onClick={() => onChoose(day === about.dataDate ? null : day)}
        >
          <span>{format.day(day)}</span>
          <span className="option-detail">{t(key)}</span>
        </button>
      ))}
    </div>
  );
}

function suggestedDays({ dataDate, campaign }: About) {
  if (dataDate === null) return [];
  const newest = { day: dataDate, key: "context.newest" } as const;
  const monthEnds = [1, 2, 3, 4, 5, 6].map((back) => ({
    day: dayjs(dataDate).subtract(back, "month").endOf("month").format("YYYY-MM-DD"),
    key: "context.monthEnd" as const,
  }));
  const baseline = campaign ? [{ day: campaign.baselineDate, key: "context.baselineDay" as const }] : [];
  return [newest, ...monthEnds, ...baseline];
}
