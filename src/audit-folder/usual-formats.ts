/** What a folder of a report holds where nobody says otherwise; the other formats are for programs that want them. */
export const USUAL_FORMATS = ["json", "html", "csv", "intoto"] as const;
