import {
  ErrorResponse,
  type INavigator,
  InMemoryWebStorage,
  type OidcClientSettings,
  type StateStore,
  type User,
  UserManager,
  WebStorageStateStore,
} from 'oidc-client-ts'
import type { ClientMetadata } from '../../oauth/client.ts'
import type { Library, Tokens } from './library.fixture.ts'

/** It reads ID Tokens but does not verify their signatures: it has them from the token endpoint (OIDC Core 3.1.3.7). */
export const oidcClientTs: Library = {
  name: 'oidc-client-ts',
  async application({ issuer, client, redirect_uri, scope }) {
    let address = ''
    const browser: INavigator = {
      prepare: async () => ({
        navigate: async ({ url }) => {
          address = url
          return { url }
        },
        close() {},
      }),
      callback: async () => {},
    }
    const settings = {
      authority: issuer,
      client_id: client.client_id,
      ...clientAuthentication(client),
      redirect_uri,
      scope,
      loadUserInfo: true,
      filterProtocolClaims: false,
      automaticSilentRenew: false,
      stateStore: stateStore(),
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    }
    const manager = new UserManager(settings, browser)

    /** The library works on the user that it keeps: makes these tokens that user's. */
    async function holding({ access_token, refresh_token }: Tokens): Promise<void> {
      const user = await manager.getUser()
      if (!user) throw new Error('Nobody is signed in.')
      await manager.storeUser(Object.assign(user, { access_token, refresh_token }))
    }

    return {
      async begin() {
        await manager.signinRedirect({ nonce: crypto.randomUUID() })
        return address
      },
      finish: async (callback) => tokensIn(await manager.signinRedirectCallback(callback.href)),
      async refresh(tokens) {
        await holding(tokens)
        return tokensIn(await manager.signinSilent())
      },
      // It asks UserInfo as part of the sign-in.
      userinfo: async () => ({ ...(await manager.getUser())?.profile }),
      async revoke(tokens, kind) {
        await holding(tokens)
        await manager.revokeTokens([kind])
      },
      errorIn: (thrown) => (thrown instanceof ErrorResponse ? (thrown.error ?? undefined) : undefined),
    }
  },
}

function tokensIn(user: User | null): Tokens {
  if (!user) throw new Error('Nobody is signed in.')
  const { access_token, refresh_token = '', profile } = user
  return { access_token, refresh_token, claims: { ...profile } }
}

function clientAuthentication({
  token_endpoint_auth_method,
  client_secret,
}: ClientMetadata): Pick<OidcClientSettings, 'client_secret' | 'client_authentication'> {
  if (token_endpoint_auth_method === 'none' || client_secret === undefined) return {}
  return { client_secret, client_authentication: token_endpoint_auth_method }
}

/** Forgets no request, so that a response can be replayed. */
function stateStore(): StateStore {
  const states = new Map<string, string>()
  const get = async (key: string) => states.get(key) ?? null
  return {
    get,
    remove: get,
    set: async (key, value) => void states.set(key, value),
    getAllKeys: async () => [...states.keys()],
  }
}
