import { useText } from "../messages/useText.ts";

interface Props {
  isWhole: boolean;
  /** How many there are in all. */
  count: number;
  onChange(isWhole: boolean): void;
}

/** Shows all of a long list that stands folded, and folds it again. */
export function UnfoldButton({ isWhole, count, onChange }: Props) {
  const { t } = useText();
  return (
    <button type="button" className="choice ranking-unfold" aria-expanded={isWhole} onClick={() => onChange(!isWhole)}>
      {isWhole ? t("ranking.fold") : t("ranking.unfold", { count })}
    </button>
  );
}
