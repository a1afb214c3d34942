import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Desk } from "./desk";

interface Linked {
  readonly cell: { readonly sheet: string; readonly row: number; readonly column?: number } | undefined;
  readonly show: Desk["show"];
  readonly children: ReactNode;
}

/** Where Windows chooses the colours, a button without a frame would look like plain words. */
const useStyles = makeStyles({
  link: { "@media (forced-colors: active)": { color: "LinkText", textDecorationLine: "underline" } },
});

/** Words that lead to a cell; plain words where there is no cell or nothing to show it in. */
export function CellLink({ cell, show, children }: Linked) {
  const styles = useStyles();
  if (!show || !cell) return <>{children}</>;
  return (
    <Link as="button" className={styles.link} onClick={() => void show({ column: 0, ...cell })}>
      {children}
    </Link>
  );
}
