"use strict";

let node_crypto = require("node:crypto");

// src/ledger/dsse.ts
/** What a DSSE signature is made over: type and body, each after its length in bytes. */
function pae(type, body) {
	const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.byteLength} `;
	return Buffer.concat([Buffer.from(head, "utf8"), body]);
}
/** Puts bytes under a signature: ECDSA P-256 over SHA-256, DER. */
function seal(type, body, key) {
	const sig = (0, node_crypto.sign)("sha256", pae(type, body), key.key);
	return {
		payload: Buffer.from(body).toString("base64"),
		payloadType: type,
		signatures: [{
			keyid: key.id,
			sig: sig.toString("base64")
		}]
	};
}
/** Whether one of an envelope's signatures over these bytes is that of a public key. */
function isSealedBy(envelope, body, keyid, key) {
	const data = pae(envelope.payloadType, body);
	return envelope.signatures.some((one) => {
		const sig = one.keyid === keyid ? fromBase64(one.sig) : null;
		return sig !== null && (0, node_crypto.verify)("sha256", data, key, sig);
	});
}
/** The envelope of a line; null: it is none. Never throws. */
function readEnvelope(line) {
	const value = parsed(line);
	if (typeof value !== "object" || value === null) return null;
	const { payload, payloadType } = {
		payload: null,
		payloadType: null,
		...value
	};
	const signatures = "signatures" in value ? value.signatures : null;
	if (typeof payload !== "string" || typeof payloadType !== "string" || !Array.isArray(signatures)) return null;
	const all = signatures.map(readSignature);
	const known = all.flatMap((one) => one ?? []);
	return known.length === 0 || known.length < all.length ? null : {
		payload,
		payloadType,
		signatures: known
	};
}
function readSignature(value) {
	if (typeof value !== "object" || value === null) return null;
	const { keyid, sig } = {
		keyid: null,
		sig: null,
		...value
	};
	return typeof keyid === "string" && typeof sig === "string" ? {
		keyid,
		sig
	} : null;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
/** The bytes of a base64 text; null where it is not written as base64 is, to the last bit. */
function fromBase64(text) {
	const bytes = Buffer.from(text, "base64");
	return bytes.toString("base64") === text ? bytes : null;
}
/** A public key from the base64 of its DER SubjectPublicKeyInfo; null: it is none of ECDSA P-256. */
function publicKeyOf(spki) {
	const der = fromBase64(spki);
	if (der === null) return null;
	try {
		const key = (0, node_crypto.createPublicKey)({
			key: der,
			format: "der",
			type: "spki"
		});
		return isP256(key) ? key : null;
	} catch {
		return null;
	}
}
/** A private key from PEM (PKCS#8), with its public half as a policy writes it; null: it is none of ECDSA P-256. */
function privateKeyOf(pem) {
	try {
		const key = (0, node_crypto.createPrivateKey)({
			key: pem,
			format: "pem"
		});
		if (!isP256(key)) return null;
		return {
			key,
			spki: (0, node_crypto.createPublicKey)(key).export({
				format: "der",
				type: "spki"
			}).toString("base64")
		};
	} catch {
		return null;
	}
}
function isP256(key) {
	return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

Object.defineProperty(exports, "fromBase64", {
  enumerable: true,
  get: function () {
    return fromBase64;
  }
});
Object.defineProperty(exports, "isSealedBy", {
  enumerable: true,
  get: function () {
    return isSealedBy;
  }
});
Object.defineProperty(exports, "pae", {
  enumerable: true,
  get: function () {
    return pae;
  }
});
Object.defineProperty(exports, "privateKeyOf", {
  enumerable: true,
  get: function () {
    return privateKeyOf;
  }
});
Object.defineProperty(exports, "publicKeyOf", {
  enumerable: true,
  get: function () {
    return publicKeyOf;
  }
});
Object.defineProperty(exports, "readEnvelope", {
  enumerable: true,
  get: function () {
    return readEnvelope;
  }
});
Object.defineProperty(exports, "seal", {
  enumerable: true,
  get: function () {
    return seal;
  }
});