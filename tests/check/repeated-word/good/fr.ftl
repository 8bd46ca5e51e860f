lead-p-sh3y = Nous nous sommes vus et vous vous êtes tus, non non, 10 10, `the`.
lead-p-vlu2 = La fin, la fin. Oui, oui.
