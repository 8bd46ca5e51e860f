lead-p-ob6p = Le Dialogue visait à valoriser le rôle que jouent les défenseurs des droits humains.
