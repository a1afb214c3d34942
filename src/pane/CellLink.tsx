import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Desk } from "./desk";

interface Linked {
  readonly cell: { readonly sheet: string; readonly row: number; readonly column?: number } | undefined;
  readonly show: Desk["show"];
  readonly children: ReactNode;
}

/** Words that lead to a cell; plain words where there is no cell or nothing to show it in. */
export function CellLink({ cell, show, children }: Linked) {
  if (!show || !cell) return <>{children}</>;
  return (
    <Link as="button" onClick={() => void show({ column: 0, ...cell })}>
      {children}
    </Link>
  );
}
