import type { Endpoint } from '../endpoint.ts'
import { json, reply } from '../reply.ts'

/** The public keys (RFC 7517 5). Not kept by caches, so that a new key is seen at once (OIDC Core 10.1.1). */
export const jwks: Endpoint = {
  methods: ['GET'],
  cors: true,
  speaks: 'json',
  respond: async ({ keys }) => reply(json(200, await keys.jwks(), [['Cache-Control', 'no-cache']]), []),
}
