import AjvCompiler, { type BuildCompilerFromPool } from '@fastify/ajv-compiler'
import SerializerSelector, { type SerializerFactory } from '@fastify/fast-json-stringify-compiler'

type Check = ReturnType<ReturnType<BuildCompilerFromPool>>

/**
 * Fastify's own compilers, for a server that is to be there soon: a route's schemas are compiled when it is first asked, and not
 * all of them, most never used in a day, before anybody is answered.
 */
export function whenUsed(): { buildValidator: BuildCompilerFromPool; buildSerializer: SerializerFactory } {
  const [validators, serializers] = [AjvCompiler(), SerializerSelector()]
  return {
    buildValidator(...options) {
      const compile = validators(...options)
      return (...part) => {
        let check: Check | undefined
        const checked = (value: unknown) => {
          check ??= compile(...part)
          const result = check(value)
          // Where fastify looks for what is wrong.
          Object.assign(checked, { errors: check.errors })
          return result
        }
        return checked as Check
      }
    },
    buildSerializer(...options) {
      const compile = serializers(...options)
      return (part) => {
        let write: ReturnType<typeof compile> | undefined
        return (document) => (write ??= compile(part))(document)
      }
    },
  }
}
