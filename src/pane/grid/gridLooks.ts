import { makeStyles, tokens } from "@fluentui/react-components";

/** Pixels. */
export const ROW = 24;
export const HEADER = 44;
export const COLUMN = 112;
export const ROW_HEAD = 60;

const line = `1px solid ${tokens.colorNeutralStroke2}`;
const cut = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", boxSizing: "border-box" } as const;
const head = {
  ...cut,
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground2,
  borderRight: line,
  borderBottom: line,
} as const;

export const useGridLooks = makeStyles({
  view: { display: "flex", flexDirection: "column", rowGap: "8px", minWidth: 0, padding: "8px", boxSizing: "border-box" },
  formula: { ...cut, minHeight: "20px" },
  box: {
    position: "relative",
    overflow: "auto",
    flexGrow: 1,
    minHeight: "240px",
    height: "60vh",
    "@media (min-width: 900px)": { height: "auto" },
    border: line,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${ROW - 1}px`,
    fontVariantNumeric: "tabular-nums",
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  headings: { position: "sticky", top: 0, zIndex: 2, height: `${HEADER}px` },
  corner: { ...head, paddingInline: "6px", position: "sticky", left: 0, zIndex: 1, width: `${ROW_HEAD}px`, height: `${HEADER}px` },
  heading: { ...head, position: "absolute", top: 0, width: `${COLUMN}px`, height: `${HEADER}px`, paddingInline: "6px", lineHeight: "20px" },
  row: { position: "absolute", left: 0, right: 0, height: `${ROW}px` },
  rowHead: {
    ...head,
    position: "sticky",
    left: 0,
    zIndex: 1,
    width: `${ROW_HEAD}px`,
    height: `${ROW}px`,
    paddingInline: "6px",
    textAlign: "right",
  },
  cell: {
    ...cut,
    position: "absolute",
    top: 0,
    width: `${COLUMN}px`,
    height: `${ROW}px`,
    paddingInline: "6px",
    borderRight: line,
    borderBottom: line,
  },
  number: { textAlign: "right" },
  active: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: "-2px" },
  understood: { ...cut, display: "block", color: tokens.colorNeutralForeground1 },
});
