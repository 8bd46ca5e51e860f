lead-p-kmns = IT-компания, SMSка, витамин C и точка a.
