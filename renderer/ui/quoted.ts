/** A name as it stands within quotation marks: its own become inner ones, “号、点、票” as ‘号、点、票’. */
export const quoted = (name: string): string => name.replaceAll('“', '‘').replaceAll('”', '’')
