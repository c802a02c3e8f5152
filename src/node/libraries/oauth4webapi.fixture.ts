import * as oauth from 'oauth4webapi'
import type { ClientMetadata } from '../../oauth/client.ts'
import type { Library, Tokens } from './library.fixture.ts'

const insecure = { [oauth.allowInsecureRequests]: true } as const

export const oauth4webapi: Library = {
  name: 'oauth4webapi',
  async application({ issuer, client: registered, redirect_uri, scope }) {
    const identifier = new URL(issuer)
    const as = await oauth
      .discoveryRequest(identifier, insecure)
      .then((response) => oauth.processDiscoveryResponse(identifier, response))
    const client: oauth.Client = { client_id: registered.client_id }
    const authentication = clientAuthentication(registered)
    const code_verifier = oauth.generateRandomCodeVerifier()
    const state = oauth.generateRandomState()
    const nonce = oauth.generateRandomNonce()

    async function tokensIn(response: Response, result: oauth.TokenEndpointResponse): Promise<Tokens> {
      await oauth.validateApplicationLevelSignature(as, response, insecure)
      const { access_token, refresh_token = '' } = result
      return { access_token, refresh_token, claims: { ...oauth.getValidatedIdTokenClaims(result) } }
    }

    return {
      async begin() {
        const url = new URL(as.authorization_endpoint ?? '')
        url.search = new URLSearchParams({
          response_type: 'code',
          client_id: client.client_id,
          redirect_uri,
          scope,
          state,
          nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(code_verifier),
          code_challenge_method: 'S256',
        }).toString()
        return url.href
      },
      async finish(callback) {
        const parameters = oauth.validateAuthResponse(as, client, callback, state)
        const response = await oauth.authorizationCodeGrantRequest(
          as,
          client,
          authentication,
          parameters,
          redirect_uri,
          code_verifier,
          insecure,
        )
        const expected = { expectedNonce: nonce, requireIdToken: true }
        return tokensIn(
          response,
          await oauth.processAuthorizationCodeResponse(as, client, response, expected),
        )
      },
      async refresh({ refresh_token }) {
        const response = await oauth.refreshTokenGrantRequest(
          as,
          client,
          authentication,
          refresh_token,
          insecure,
        )
        return tokensIn(response, await oauth.processRefreshTokenResponse(as, client, response))
      },
      async userinfo({ access_token, claims }) {
        const response = await oauth.userInfoRequest(as, client, access_token, insecure)
        return { ...(await oauth.processUserInfoResponse(as, client, String(claims.sub), response)) }
      },
      async revoke(tokens, kind) {
        const response = await oauth.revocationRequest(as, client, authentication, tokens[kind], insecure)
        await oauth.processRevocationResponse(response)
      },
      async introspect(token) {
        const response = await oauth.introspectionRequest(as, client, authentication, token, insecure)
        return { ...(await oauth.processIntrospectionResponse(as, client, response)) }
      },
      errorIn: (thrown) =>
        thrown instanceof oauth.ResponseBodyError || thrown instanceof oauth.AuthorizationResponseError
          ? thrown.error
          : undefined,
    }
  },
}

function clientAuthentication({ token_endpoint_auth_method, client_secret = '' }: ClientMetadata) {
  const methods = {
    none: oauth.None,
    client_secret_basic: oauth.ClientSecretBasic,
    client_secret_post: oauth.ClientSecretPost,
  } as const satisfies Record<typeof token_endpoint_auth_method, unknown>
  return methods[token_endpoint_auth_method](client_secret)
}
