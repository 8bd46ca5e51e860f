// One Chromium for all checks, and a server that answers for files on the loopback address.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, relative, resolve, sep } from 'node:path'
import { chromium } from 'playwright-core'

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.epub': 'application/epub+zip', '.txt': 'text/plain; charset=utf-8', '.css': 'text/css',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.gif': 'image/gif', '.json': 'application/json',
}

export const launch = () => chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run'],
})

// A page at an old address leads on at once, before anybody could look at it. A delay is left in, for
// that is a mistake (WCAG failures F40 and F41).
const staying = (page) => page.replace(/<meta http-equiv="refresh" content="0; url=[^"]*">/, '')

// Serves each of `folders` under /0/, /1/ …; `at(file)` is the address of a file in them.
export async function serve(...folders) {
  const roots = folders.map((folder) => resolve(folder))
  const server = createServer((request, response) => {
    // A bare page to work in; and no complaint about the icon that browsers ask for unasked.
    if (request.url === '/') return response.end('<!DOCTYPE html><title>Empty</title>')
    if (request.url === '/favicon.ico') return response.writeHead(204).end()
    const [, root, ...rest] = decodeURIComponent(new URL(request.url, 'http://x').pathname).split('/')
    const file = join(roots[root] ?? '/nowhere', ...rest)
    const found = file.startsWith(roots[root] + sep) && existsSync(file) && statSync(file).isFile()
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    if (!found) response.end()
    else if (extname(file) === '.html') response.end(staying(readFileSync(file, 'utf8')))
    else createReadStream(file).pipe(response)
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${server.address().port}`
  return {
    origin,
    close: () => server.close(),
    at(file) {
      const root = roots.findIndex((folder) => resolve(file).startsWith(folder + sep))
      return [origin, root, ...relative(roots[root], resolve(file)).split(sep).map(encodeURIComponent)].join('/')
    },
  }
}

// Runs `work` on every item, two at a time: the machines that run this have two cores.
export async function pairs(items, work) {
  const queue = [...items]
  const found = []
  const worker = async () => { while (queue.length) found.push(...await work(queue.shift())) }
  await Promise.all([worker(), worker()])
  return found
}
