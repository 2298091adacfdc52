/** A JSON file that is served beside the page; `null` where it is not there or is not JSON. */
export async function servedJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(new URL(path, document.baseURI));
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
