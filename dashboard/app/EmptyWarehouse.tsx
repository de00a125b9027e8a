import { useText } from "../messages/useText.ts";
import "../theme/help.css";

/** What to do first, and the commands that do it. */
const steps = [
  { does: "empty.lists", commands: ["npm run etl -- run facilities co-so.csv"] },
  {
    does: "empty.doses",
    commands: ["npm run etl -- run doses mui-tiem.csv.gz", "npm run etl -- run verifications xac-thuc.csv"],
  },
  {
    does: "empty.reports",
    commands: [
      "npm run etl -- template resources --area 79 --month 2026-10 --out bieu-mau.xlsx",
      "npm run etl -- run resources bieu-mau.xlsx",
    ],
  },
  {
    does: "empty.check",
    commands: [
      "npm run etl -- run doses mui-tiem.csv.gz --dry-run",
      "npm run etl -- rejects export <run> --out sua.csv",
    ],
  },
  { does: "empty.sample", commands: ["DATA_DIR=./.sample PORT=4001 SAMPLE_SCALE=200 npm start"] },
] as const;

/** How an empty warehouse comes to its first figures. */
export default function EmptyWarehouse() {
  const { t } = useText();
  return (
    <div className="empty-page">
      <h1>{t("empty.title")}</h1>
      <p>{t("empty.intro")}</p>
      <ol className="load-steps">
        {steps.map(({ does, commands }) => (
          <li key={does}>
            {t(does)}
            <pre>
              <code>{commands.join("\n")}</code>
            </pre>
          </li>
        ))}
      </ol>
      <p>{t("empty.more")}</p>
    </div>
  );
}
