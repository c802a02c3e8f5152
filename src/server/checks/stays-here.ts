/** What every hint says before the redirect URI is proven: an error sent there could be sent to an attacker. */
export const staysHere = 'Until the redirect URI is proven, nobody is redirected: the error is shown here.'
