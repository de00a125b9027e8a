import type { ReactNode } from "react";

/** A name that shows its definition when it is pointed at or has the focus. */
export function Defined({ definition, children }: { definition: string; children: ReactNode }) {
  if (definition === "") return children;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the definition must be reached by keyboard
    <span className="defined" tabIndex={0} data-definition={definition}>
      {children}
    </span>
  );
}
