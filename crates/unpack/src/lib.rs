//! Reads what `packed.rs` packs. It is the wasm that runs before everything else: what calls it puts letters or bytes where
//! [`packed`] says, has them unpacked, and takes them from where [`found`] says.

pub mod letters;
mod lzma;

use letters::Letters;
use std::sync::Mutex;

/// The most bytes that can be packed or unpacked. What is not touched of it costs nothing.
pub const ROOM: usize = 1 << 23;

/// A power of two, as [`ROOM`]: every number leads to a place that is there, without a check.
const ODDS: usize = 1 << 14;

/// All that is remembered. What is small comes first: an address that is a small number takes fewer bytes of program.
#[repr(C)]
struct Unpacker {
    /// The range coder's numbers, and how much it has read.
    range: u32,
    code: u32,
    read: usize,
    /// How much is found.
    at: usize,
    /// What was found last, literals or copies, as a number below 12.
    state: usize,
    /// How far back the last four copies were, less one.
    near: [usize; 4],
    letters: Letters,
    /// How likely the next bit is zero, of 2,048, where this was decided before.
    odds: [u16; ODDS],
    packed: [u8; ROOM],
    found: [u8; ROOM],
}

static UNPACKER: Mutex<Unpacker> = Mutex::new(Unpacker {
    range: 0,
    code: 0,
    read: 0,
    at: 0,
    state: 0,
    near: [0; 4],
    letters: Letters::new(),
    odds: [0; ODDS],
    packed: [0; ROOM],
    found: [0; ROOM],
});

/// Where what is packed is to stand: address of [`ROOM`] bytes.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn packed() -> *const u8 {
    with(|unpacker| unpacker.packed.as_ptr()).unwrap_or(std::ptr::null())
}

/// Where what was unpacked stands: address of [`ROOM`] bytes.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn found() -> *const u8 {
    with(|unpacker| unpacker.found.as_ptr()).unwrap_or(std::ptr::null())
}

/// Makes so many bytes of letters into the bytes that they mean, in the same place, counted from the beginning. A browser runs what is
/// called again and again in a better form of it, so it is asked for little at a time.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn letters(until: usize) {
    with(|unpacker| unpacker.letters.read(&mut unpacker.packed, until));
}

/// Unpacks until so many bytes are found, counted from the beginning, and is asked for little at a time, too.
#[expect(unsafe_code, reason = "the name of an export")]
#[unsafe(no_mangle)]
pub extern "C" fn unpack(until: usize) {
    with(|unpacker| unpacker.unpack(until));
}

/// The whole of it at once, which only tests of the packing ask for: what `length` bytes were before they were packed.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn unpacked(packed: &[u8], are_letters: bool, length: usize) -> Option<Vec<u8>> {
    let mut unpacker = UNPACKER.lock().ok()?;
    unpacker.packed.get_mut(..packed.len())?.copy_from_slice(packed);
    if are_letters {
        Letters::new().read(&mut unpacker.packed, packed.len());
    }
    unpacker.begin();
    unpacker.unpack(length);
    unpacker.found.get(..length).map(<[u8]>::to_vec)
}

/// There is one thread in the page, so nobody else holds it.
fn with<T>(act: impl FnOnce(&mut Unpacker) -> T) -> Option<T> {
    UNPACKER.try_lock().ok().map(|mut unpacker| act(&mut unpacker))
}
