import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { mount } from '../mount.fixture.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

function Broken(): never {
  throw new Error('of our own making')
}

test('what breaks is told kindly, with ways on, and is over elsewhere', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { draw } = mount(
    <ErrorBoundary at="/flows/a">
      <Broken />
    </ErrorBoundary>,
  )
  await expect.element(page.getByRole('heading', { name: 'This page stopped working' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Load the page again' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'To the start' })).toHaveAttribute('href', '/')

  draw(<ErrorBoundary at="/">home</ErrorBoundary>)
  await expect.element(page.getByText('home')).toBeVisible()
})
