import * as client from 'openid-client'
import type { ClientMetadata } from '../../oauth/client.ts'
import type { Library, Tokens } from './library.fixture.ts'

export const openidClient: Library = {
  name: 'openid-client',
  async application({ issuer, client: registered, redirect_uri, scope }) {
    const config = await client.discovery(
      new URL(issuer),
      registered.client_id,
      undefined,
      clientAuthentication(registered),
      { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] },
    )
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const expectedState = client.randomState()
    const expectedNonce = client.randomNonce()

    return {
      async begin() {
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri,
          scope,
          state: expectedState,
          nonce: expectedNonce,
          code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
          code_challenge_method: 'S256',
        })
        return url.href
      },
      finish: async (callback) =>
        tokensIn(
          await client.authorizationCodeGrant(config, callback, {
            pkceCodeVerifier,
            expectedState,
            expectedNonce,
            idTokenExpected: true,
          }),
        ),
      refresh: async ({ refresh_token }) => tokensIn(await client.refreshTokenGrant(config, refresh_token)),
      userinfo: async ({ access_token, claims }) => ({
        ...(await client.fetchUserInfo(config, access_token, String(claims.sub))),
      }),
      revoke: (tokens, kind) => client.tokenRevocation(config, tokens[kind]),
      introspect: async (token) => ({ ...(await client.tokenIntrospection(config, token)) }),
      errorIn: (thrown) =>
        thrown instanceof client.ResponseBodyError || thrown instanceof client.AuthorizationResponseError
          ? thrown.error
          : undefined,
    }
  },
}

function tokensIn(response: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers): Tokens {
  const { access_token, refresh_token = '' } = response
  return { access_token, refresh_token, claims: { ...response.claims() } }
}

function clientAuthentication({ token_endpoint_auth_method, client_secret }: ClientMetadata) {
  const methods = {
    none: client.None,
    client_secret_basic: client.ClientSecretBasic,
    client_secret_post: client.ClientSecretPost,
  } as const satisfies Record<typeof token_endpoint_auth_method, unknown>
  return methods[token_endpoint_auth_method](client_secret)
}
