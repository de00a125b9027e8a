import { type Kpi, prepareKpis } from "../../charts/prepareKpis.ts";
import { prepareRanking, type Ranking } from "../../charts/prepareRanking.ts";
import type { TargetState } from "../../charts/prepareTargetStates.ts";
import { type Frame, isSameScene } from "../../data/frame.ts";
import { numberIn } from "../../data/readRow.ts";
import type { MeasureMeta } from "../../data/viewCatalogue.ts";
import type { MessageKey } from "../../messages/catalogues.ts";
import { prepareDataTime } from "./prepareDataTime.ts";
import { isNothing, type Subject, type SubjectParts, type SubjectRows } from "./subjects.ts";

/** Where the units below an area stand on a subject's rate, best first. */
export interface StandOfParts {
  meta: MeasureMeta;
  ranking: Ranking;
}
/** All that is known of a subject in an area. */
export interface SubjectStand {
  subject: Subject;
  /** What the figures are of. */
  frame: Frame;
  kpi: Kpi;
  /** The newest day of its data; null where none is loaded. */
  dataTime: string | null;
  /** Why the figure is missing, where there is nothing that it could be of. */
  nothing: MessageKey | null;
  parts: StandOfParts | null;
}

interface Answers {
  rows: SubjectRows & { frame: Frame };
  parts: (SubjectParts & { frame: Frame }) | undefined;
  newestDays: ReadonlyMap<string, string>;
  targets: ReadonlyMap<string, readonly TargetState[]> | undefined;
}

const nothing: SubjectRows = { current: undefined, previous: undefined, history: [] };

/** A subject's answers put together; null where its view tells nothing of such an area. */
export function prepareStand(subject: Subject, { rows, parts, newestDays, targets }: Answers): SubjectStand | null {
  const { frame } = rows;
  const figure = subject.figure(frame);
  if (figure === null) return null;
  const dataTime = prepareDataTime(subject.sources, newestDays, frame.asOf);
  // Counts over a source that was never loaded are zero in the model; here they are missing.
  const { current, previous, history } = dataTime === null ? nothing : rows;
  const [kpi] = prepareKpis([figure.card], current, previous, history, () => figure.meta, targets);
  if (kpi === undefined) return null;
  const meta = subject.partsMeta(frame);
  const below = dataTime !== null && isSameScene(frame, parts?.frame) ? parts : undefined;
  return {
    subject,
    frame,
    kpi,
    dataTime,
    nothing: isNothing(figure.card, current) ? subject.nothing : null,
    parts:
      meta !== null && below?.columns
        ? { meta, ranking: prepareRanking(below.parts, below.columns, meta, numberIn(current, meta.name)) }
        : null,
  };
}
