/** Workbooks that the page opens, to write into them too. */
export const OPENED = ["xlsx", "xlsm"] as const;

/** Workbooks from other offices: old ones and those of other programs are read as well. */
export const GIVEN = [...OPENED, "xls", "xlsb", "ods"] as const;
