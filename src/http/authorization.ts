/**
 * An Authorization field as its scheme, whose case says nothing, and what stands behind it: everything after the spaces, to the
 * end (RFC 9110 11.4). Undefined when there is no scheme.
 */
export function readAuthorization(
  field: string | undefined,
): { readonly scheme: string; readonly credentials: string } | undefined {
  const scheme = /^[^\s]+/.exec(field ?? '')?.[0]
  if (field === undefined || scheme === undefined) return undefined
  return { scheme, credentials: field.slice(scheme.length).replace(/^ +/, '') }
}
