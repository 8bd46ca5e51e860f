lead-p-rxjx = La palabra**«importante»**y ** otra ** palabra `x`.
lead-p-2r5i = Una **palabra está sola.
