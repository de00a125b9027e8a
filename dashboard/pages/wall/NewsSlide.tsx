import { useText } from "../../messages/useText.ts";
import type { NewsItem } from "../overview/prepareNews.ts";

/** Some sentences of the news, to be read from across the room. */
export function NewsSlide({ items }: { items: readonly NewsItem[] }) {
  const { t } = useText();
  return (
    <ul className="wall-news">
      {items.map(({ key, message, values, isDoubt }) => (
        <li key={key} className={isDoubt ? "is-doubt" : ""}>
          <span>{t(message, values)}</span>
        </li>
      ))}
    </ul>
  );
}
