import type { Study } from '@trialwright/protocol'
import { useState } from 'react'
import type { AuditPeople } from '../../api/auditTypes.ts'
import { useOwnSites } from '../../api/useOwnSites.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { roleName } from './AuditTable.tsx'
import { Day } from './Day.tsx'
import { Labelled } from './Labelled.tsx'
import { type AuditFilter, type FilterField, filterFields, isCode } from './auditPlace.ts'

const kinds = ['values', 'consent', 'eligibility', 'visits', 'treatment', 'review', 'unblinding', 'study', 'access']
const patterns = [
  'correction',
  'afterQuery',
  'afterLock',
  'afterSignature',
  'oddHours',
  'manyInAnHour',
  'backDated',
  'lateEntry',
  'storedLate',
]

interface Props {
  readonly definition: Study
  readonly people: AuditPeople['people']
  readonly filter: AuditFilter
  readonly change: (filter: AuditFilter) => void
}

export function AuditFilters({ definition, people, filter, change }: Props) {
  const { t, say, language } = useWords()
  const { encounters } = definition.compiled
  const sites = useOwnSites()
  // The code as it is typed stays with its field until all is cleared.
  const [cleared, setCleared] = useState(0)
  const clear = () => {
    setCleared(cleared + 1)
    change({})
  }
  const set = (field: FilterField, value: string) => change({ ...filter, [field]: value })
  const chosen = filterFields.some((field) => filter[field] !== undefined)
  const choice = (field: FilterField, label: MessageKey, options: readonly (readonly [string, string])[]) => (
    <Labelled label={t(label)}>
      {(id) => (
        <select
          id={id}
          className="control"
          value={filter[field] ?? ''}
          onChange={(event) => set(field, event.target.value)}
        >
          <option value="">{t('audit.any')}</option>
          {options.map(([option, title]) => (
            <option key={option} value={option}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
  return (
    <search className="audit-filters">
      <Participant key={cleared} code={filter.participant ?? ''} set={(code) => set('participant', code)} />
      {choice(
        'encounter',
        'audit.encounter',
        encounters.map(({ id, title }) => [id, say(title)]),
      )}
      <ValueChoice definition={definition} filter={filter} change={change} />
      {choice(
        'person',
        'audit.person',
        people.map(({ account, name }) => [account, name]),
      )}
      {choice(
        'role',
        'audit.role',
        [...new Set(people.map(({ role }) => role))]
          .map((role) => [role, roleName(t, role)] as const)
          .filter(([, name]) => name !== ''),
      )}
      {choice(
        'kind',
        'audit.kind',
        kinds.map((kind) => [kind, t(`audit.kind.${kind}` as MessageKey)]),
      )}
      {choice(
        'pattern',
        'audit.pattern',
        patterns.map((one) => [one, t(`audit.pattern.${one}` as MessageKey)]),
      )}
      {sites.length > 1 &&
        choice(
          'site',
          'site',
          sites.map(({ id, title }) => [id, say(title)]),
        )}
      {(['from', 'until'] as const).map((field) => (
        <Day
          key={`${field} ${language} ${cleared}`}
          label={t(`audit.${field}`)}
          day={filter[field] ?? ''}
          set={(day) => set(field, day)}
        />
      ))}
      <button type="button" className="button" disabled={!chosen} onClick={clear}>
        {t('audit.clear')}
      </button>
    </search>
  )
}

/** The code is taken as soon as it is one, so that nobody has to leave the field for it. */
function Participant({ code, set }: { readonly code: string; readonly set: (code: string) => void }) {
  const { t } = useWords()
  const [text, setText] = useState(code)
  const [left, setLeft] = useState(false)
  const wrong = left && text !== '' && !isCode(text)
  return (
    <Labelled label={t('audit.participant')}>
      {(id) => (
        <>
          <input
            id={id}
            className="control"
            autoComplete="off"
            placeholder={t('audit.participantHint')}
            aria-invalid={wrong || undefined}
            value={text}
            onBlur={() => setLeft(true)}
            onChange={(event) => {
              const typed = event.target.value.toUpperCase().trim()
              setText(typed)
              setLeft(false)
              if (typed === '' || isCode(typed)) set(typed)
            }}
          />
          {wrong && (
            <span className="problem small" role="status">
              {t('audit.codeUnreadable')}
            </span>
          )}
        </>
      )}
    </Labelled>
  )
}

/** One choice of a form or one of its items, by the words of the form. */
function ValueChoice({ definition, filter, change }: Omit<Props, 'people'>) {
  const { t, say } = useWords()
  const { form: _form, item: _item, ...others } = filter
  const inVisit = definition.compiled.encounters.find(({ id }) => id === filter.encounter)?.forms
  return (
    <Labelled label={t('audit.value')}>
      {(id) => (
        <select
          id={id}
          className="control"
          value={[filter.form, filter.item].filter(Boolean).join('/')}
          onChange={(event) => {
            const [form = '', item = ''] = event.target.value.split('/')
            change({ ...others, form, item })
          }}
        >
          <option value="">{t('audit.any')}</option>
          {definition.compiled.forms
            .filter(({ id }) => inVisit === undefined || inVisit.includes(id))
            .map((form) => (
              <optgroup key={form.id} label={say(form.title)}>
                <option value={form.id}>{t('audit.wholeForm', { form: say(form.title) })}</option>
                {form.items.map((item) => (
                  <option key={item.id} value={`${form.id}/${item.id}`}>
                    {say(item.label)}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </Labelled>
  )
}
