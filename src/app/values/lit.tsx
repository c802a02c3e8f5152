import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface Lit {
  readonly value: string | undefined
  readonly light: (value: string | undefined) => void
}

const LitContext = createContext<Lit>({ value: undefined, light: () => {} })

/** Remembers which value is pointed at or focused, so that every place where it stands lights up. */
export function LitProvider({ children }: { children: ReactNode }) {
  const [value, light] = useState<string>()
  const lit = useMemo(() => ({ value, light }), [value])
  return <LitContext value={lit}>{children}</LitContext>
}

/** Whether this value is lit, and the handlers that light it from here. */
export function useLit(value: string) {
  const { value: current, light } = useContext(LitContext)
  const on = () => light(value)
  const off = () => light(undefined)
  return {
    lit: current === value,
    handlers: { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off },
  }
}
