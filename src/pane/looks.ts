import { makeStyles, tokens } from "@fluentui/react-components";

/** Looks that several parts of the pane share, on a grid of 4 px. */
export const useLooks = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    minHeight: "100vh",
    maxWidth: "760px",
    marginInline: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** The pane with the workbook beside it. */
  beside: {
    maxWidth: "none",
    "@media (min-width: 900px)": { display: "grid", gridTemplate: "100vh / 400px minmax(0, 1fr)", height: "100vh", overflow: "hidden" },
  },
  column: { "@media (min-width: 900px)": { overflowY: "auto", borderRight: `1px solid ${tokens.colorNeutralStroke2}` } },
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    paddingInline: "4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  content: { padding: "16px" },
  panel: { display: "flex", flexDirection: "column", rowGap: "16px" },
  notice: { paddingBottom: "12px" },
  stack: { display: "flex", flexDirection: "column", rowGap: "12px", alignItems: "stretch" },
  tight: { display: "flex", flexDirection: "column", rowGap: "4px" },
  row: { display: "flex", justifyContent: "space-between", columnGap: "12px", alignItems: "baseline" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: "12px" },
  numbered: { margin: 0, paddingInlineStart: "24px", display: "flex", flexDirection: "column", rowGap: "8px" },
  tightList: { listStyleType: "none", margin: 0, padding: 0 },
  receipt: {
    display: "grid",
    gridTemplateColumns: "32px 1fr 1fr",
    columnGap: "8px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  stage: { display: "flex", columnGap: "8px", alignItems: "center" },
  inline: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", columnGap: "12px", rowGap: "4px" },
  offer: { display: "flex", flexDirection: "column", rowGap: "4px", alignItems: "flex-start", paddingBottom: "8px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  headline: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  /** For screen readers only: Office shows the title itself. */
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  breakable: { overflowWrap: "anywhere" },
});
