import { permissions, viewPermissions } from '@trialwright/conduct'
import { filesPage, importFile, previewFile } from '../laboratory-files.ts'
import { SiteParams } from '../schemas/params.ts'
import { FilePreview, FilesPage, ImportFileBody, PreviewFileBody } from '../schemas/laboratory.ts'
import { Done } from '../schemas/refusal.ts'
import { studyRoute } from './route.ts'

const files = { process: 'forms', door: 'blinded', params: SiteParams } as const
const path = '/api/studies/:study/laboratory-files/:site'

export const laboratoryRoutes = [
  studyRoute({
    ...files,
    id: 'laboratoryFiles',
    method: 'GET',
    path,
    title: 'Files of laboratory results a site has taken, and the columns a file may have',
    access: { kind: 'roles', roles: viewPermissions.laboratoryFiles, site: 'own' },
    response: FilesPage,
    handle: filesPage,
  }),
  studyRoute({
    ...files,
    id: 'previewLaboratoryFile',
    method: 'POST',
    path: `${path}/preview`,
    title: 'What a file of laboratory results would record, and everything it is refused for; changes nothing',
    access: { kind: 'roles', roles: permissions.importLaboratoryResults, site: 'own' },
    keyed: false,
    body: PreviewFileBody,
    response: FilePreview,
    handle: previewFile,
  }),
  studyRoute({
    ...files,
    id: 'importLaboratoryResults',
    method: 'POST',
    path: `${path}/import`,
    title: 'Take a file of laboratory results: all of it, or none',
    access: { kind: 'roles', roles: permissions.importLaboratoryResults, site: 'own' },
    command: 'importLaboratoryResults',
    body: ImportFileBody,
    response: Done,
    success: 201,
    handle: importFile,
  }),
]
