//! What a person can do when the machine could not.

use std::io::ErrorKind;

use anyhow::Error;
use rustix::io::Errno;

/// What to do about a failure of the machine; `None`: it is none.
pub fn advice(error: &Error) -> Option<&'static str> {
    let kind = error.chain().find_map(|cause| {
        let errno = || cause.downcast_ref::<Errno>().map(|errno| std::io::Error::from(*errno));
        let io = cause.downcast_ref::<std::io::Error>();
        io.map_or_else(|| Some(errno()?.kind()), |error| Some(error.kind()))
    })?;
    Some(match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room on the disk, then run the command again; what it had not written is as it was"
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "see that you may read this, and write beside it, or work as the user who may; then run \
             the command again"
        }
        ErrorKind::NotFound => {
            "it was there, and is gone: if something else changes these files, wait until it is done, \
             then run the command again"
        }
        ErrorKind::InvalidFilename => "give it a shorter name, then run the command again",
        _ => {
            "run the command again; if that fails too, the disk or the connection to it may be at \
             fault"
        }
    })
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn a_full_disk_is_told_from_a_locked_door() {
        let failed = |errno: Errno| {
            let failed: Result<(), _> = Err(errno);
            failed.context("cannot write `مياه`").context("`水` could not be built").unwrap_err()
        };
        let help = advice(&failed(Errno::NOSPC)).unwrap();
        assert!(help.contains("make room"), "{help}");
        let refused = std::io::Error::from(ErrorKind::PermissionDenied);
        let help = advice(&Error::new(refused).context("cannot read `a`")).unwrap();
        assert!(help.contains("you may"), "{help}");
        assert!(advice(&failed(Errno::IO)).unwrap().contains("the disk"));
        assert!(advice(&anyhow::anyhow!("`x` is not a release")).is_none());
    }
}
