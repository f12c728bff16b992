/** Which of the two products a server is. */
export type Flavour = "cloud" | "data-center";
