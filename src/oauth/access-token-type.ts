/** The type of a JWT access token, as a header tells it (RFC 9068 2.1). */
export const accessTokenType = 'at+jwt'

/** Whether a `typ` is that: a media type, whose case says nothing and which may leave its `application/` out. */
export const isAccessTokenType = (typ: unknown): typ is string =>
  typeof typ === 'string' && /^(?:application\/)?at\+jwt$/i.test(typ)
