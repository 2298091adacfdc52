// Imported first by every page. The content security policy does not close top-level navigation, and no policy that
// every browser knows closes WebRTC; a browser that knows Connection-Allowlist closes both without this file.

function refuseForeignNavigation(event: NavigateEvent): void {
  if (new URL(event.destination.url).origin !== window.location.origin) event.preventDefault();
}

window.navigation?.addEventListener('navigate', refuseForeignNavigation);

const peerConnections = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'];
for (const name of peerConnections) Reflect.deleteProperty(window, name);
