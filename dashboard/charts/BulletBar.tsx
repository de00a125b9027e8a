interface Props {
  share: number | null;
  target: number | null;
  isPending?: boolean;
}

/** A share of a whole as a bar, with a line where the target stands. Its words stand below it. */
export function BulletBar({ share, target, isPending = false }: Props) {
  const scale = Math.max(1, share ?? 0, target ?? 0);
  const percent = (value: number) => `${Math.max(0, Math.min(1, value / scale)) * 100}%`;
  return (
    <div className={`bullet${share === null && !isPending ? " bullet-missing" : ""}`} aria-hidden="true">
      {share !== null && <span className="bullet-value" style={{ inlineSize: percent(share) }} />}
      {target !== null && !isPending && (
        <span className="bullet-target" style={{ insetInlineStart: percent(target) }} />
      )}
    </div>
  );
}
