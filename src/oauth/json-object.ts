/** The members of a JSON object; of two with one name, the last (RFC 8259 4). */
export type JsonObject = { readonly [name: string]: unknown }

/** A text's members when it is a JSON object; undefined when it is anything else. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a value that was read from JSON is an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
