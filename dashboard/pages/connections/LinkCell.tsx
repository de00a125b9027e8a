import { ViewLink } from "../../app/ViewLink.tsx";
import { BulletBar } from "../../charts/BulletBar.tsx";
import { useText } from "../../messages/useText.ts";
import type { ViewState } from "../../url/viewState.ts";
import type { WhyCell } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { whyProps } from "../../why/whyProps.ts";
import { LinkMark, markOf } from "./LinkMark.tsx";
import type { Link } from "./prepareLinks.ts";
import { writeLink } from "./writeLink.ts";

interface Props {
  link: Link;
  /** Of the unit. */
  name: string;
  /** Where the cell leads; null for the unknown part of a unit. */
  to: Partial<ViewState> | null;
  /** Of a single facility, which is connected or is not: a rate says nothing more. */
  isOne: boolean;
  /** Reached by Tab; the others by the arrow keys. */
  isStop: boolean;
  why: WhyCell | null;
}

/** A unit and a stream: how many are connected, whether they send, and what became of it. */
export function LinkCell({ link, name, to, isOne, isStop, why }: Props) {
  const text = useText();
  const { state, stream, rate } = link;
  const details = writeLink(link, text);
  const mark = (
    <>
      {rate !== null && !isOne && <b>{text.format.percent(rate)}</b>}
      <LinkMark state={state} />
    </>
  );
  if (state === "noData" && details.length === 0) return <td>{mark}</td>;
  return (
    <td data-state={markOf[state]}>
      {to === null ? (
        mark
      ) : (
        <ViewLink to={to} className="matrix-link" tabIndex={isStop ? 0 : -1} {...whyProps(why)}>
          {mark}
        </ViewLink>
      )}
      <WhyButton
        cell={why}
        of={`${name}, ${text.t(`connections.stream.${stream}`)}`}
        isOneOfMany={to !== null || !isStop}
      />
      {rate !== null && !isOne && <BulletBar share={rate} target={null} />}
      {details.map((line) => (
        <span key={line} className="matrix-detail">
          {line}
        </span>
      ))}
    </td>
  );
}
