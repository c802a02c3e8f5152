import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './.scripts/browser.mjs'
import { contentSecurityPolicy } from './src/node/security-headers.ts'

const coreTests = 'src/{oauth,http,jwt,server,resource,flows,network}/**/*.test.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss(), documentHead()],
  build: isSsrBuild
    ? { outDir: 'dist/node', target: 'node20', copyPublicDir: false }
    : {
        outDir: 'dist/page',
        manifest: true,
        // The Content-Security-Policy allows no data: address.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
  optimizeDeps: { include: ['jose', 'fast-check'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [coreTests, 'src/node/**/*.test.ts', 'src/house.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'chromium',
          include: [coreTests, 'src/app/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            ui: false,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
}))

/** Adds to the built index.html what only the build knows: the policy, and where the fonts went. */
function documentHead(): Plugin {
  return {
    name: 'glassbox:document-head',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const policy: HtmlTagDescriptor = {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        }
        const fonts = Object.keys(bundle)
          .filter((file) => /\/(?:inter|jetbrains-mono)-latin-wght-normal-[^/]+\.woff2$/.test(file))
          .map(
            (file): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
              injectTo: 'head',
            }),
          )
        return [policy, ...fonts]
      },
    },
  }
}
